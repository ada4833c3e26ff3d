import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Desk } from './desk.ts';
import { Stage, type StageOptions } from './stage.ts';

/** The VS Code of a file's scenarios. */
export interface Scene {
  readonly stage: Stage;
  /** A window on a folder, with a file opened in it if one is named; it is closed behind the scenario. */
  desk(...place: Parameters<Stage['desk']>): Promise<Desk>;
  /** A window on a folder with these files. */
  open(files: Readonly<Record<string, string>>, file?: string, name?: string): Promise<{ folder: string; desk: Desk }>;
}

/** Sets the stage for all scenarios of a file. One that fails leaves a picture; none may ask for anything outside this computer. */
export function sceneOf(options: StageOptions = {}): Scene {
  let stage: Stage | undefined;
  let current: Desk | undefined;
  beforeAll(async () => {
    stage = await Stage.open(options);
  });
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await current?.picture(`failed-${context.task.id}`);
    await current?.close();
    current = undefined;
  });
  afterAll(async () => {
    expect(stage?.blocked ?? []).toEqual([]);
    await stage?.close();
  });
  return {
    get stage() {
      if (!stage) throw new Error('The stage is not set yet.');
      return stage;
    },
    async desk(...place) {
      current = await this.stage.desk(...place);
      return current;
    },
    async open(files, file = 'letter.brief', name) {
      const folder = this.stage.folder(files, name);
      return { folder, desk: await this.desk(folder, file) };
    },
  };
}
