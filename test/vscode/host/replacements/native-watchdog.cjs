// Stands in for the C++ module native-watchdog: ends this process when the one that it serves is gone.
const EVERY_MILLISECONDS = 2_000;

exports.start = (processId) => {
  const looking = setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch {
      process.exit(87);
    }
  }, EVERY_MILLISECONDS);
  looking.unref();
};
