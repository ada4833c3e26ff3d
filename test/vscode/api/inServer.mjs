import { format } from 'node:util';
import { openChromium } from '../host/chromium.mjs';
import { makeProfile, removeProfile } from '../host/profile.mjs';
import { startServer } from '../host/server.mjs';

const LONGEST_MILLISECONDS = 120_000;

/**
 * Runs a bundle of tests in the extension host of VS Code's server, which a Chromium without a screen shows: the way in which VS
 * Code's own repository does it. Answers the exit status that VS Code gives.
 */
export async function runInServer({ extension, tests, workspace, result }) {
  const profile = makeProfile({ 'security.workspace.trust.enabled': false });
  const server = await startServer(profile, { testDriver: true, environment: { BRIEFCITE_RESULT: result } });
  const { context } = await openChromium(profile);
  const page = await context.newPage();
  const said = [];
  try {
    const ended = new Promise((done, failed) => {
      const patience = setTimeout(
        () => failed(new Error(`VS Code did not end its tests.\n${said.slice(-20).join('\n')}`)),
        LONGEST_MILLISECONDS,
      );
      page.on('crash', () => failed(new Error('The window crashed.')));
      void page.exposeFunction('codeAutomationExit', (status) => {
        clearTimeout(patience);
        done(status);
      });
    });
    await page.exposeFunction('codeAutomationLog', (_type, words) => {
      const line = format(...words);
      said.push(line);
      if (/^From opening/.test(line)) console.log(`  ${line}`);
    });
    const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
    const url = new URL(server.address(workspace));
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(tests)],
      ['skipWelcome', 'true'],
    ];
    url.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(url.toString());
    return await ended;
  } finally {
    await context.close();
    await server.stop();
    removeProfile(profile);
  }
}
