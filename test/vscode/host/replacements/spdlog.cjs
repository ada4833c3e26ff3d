// Stands in for the C++ module @vscode/spdlog, which would have to be compiled: writes VS Code's log files with node alone, so that
// the Output panel shows them and the tests can read them.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  #file;
  #level = 2;
  #isFormatted = true;

  constructor(_kind, _name, file) {
    this.#file = file;
    for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
      this[name] = (words) => this.#write(level, words);
    }
  }

  #write(level, words) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    const line = this.#isFormatted ? `${time} [${LEVELS[level]}] ${words}\n` : String(words);
    try {
      fs.appendFileSync(this.#file, line);
    } catch {
      // The folder went away with its profile: there is nobody left to read it.
    }
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#isFormatted = false;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

async function createLogger(kind, name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(kind, name, file);
}

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = (name, file) => createLogger('rotating', name, file);
exports.createAsyncRotatingLogger = (name, file) => createLogger('rotating_async', name, file);
