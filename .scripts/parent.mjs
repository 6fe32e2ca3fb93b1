/** npm hands a SIGTERM to its shell and not to what the shell runs: a server would live on alone, with its port. */
export function endWithParent(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
