const WIDTH = 12;

export function formatDuration(milliseconds) {
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export const stepLine = (name, text) => `  ${name.padEnd(WIDTH)} ${text}`;

/** Says one finished step: what it was, how long it took, and a note. */
export function doneLine(name, milliseconds, note) {
  return stepLine(name, `done in ${formatDuration(milliseconds).padEnd(7)}${note ? ` ${note}` : ""}`.trimEnd());
}

/**
 * Lines of progress. On a terminal the step that is running is shown with its seconds and then replaced; anywhere else
 * only whole lines are printed, one at the start of a long step and one at the end of each.
 */
export function createProgress({ out = process.stdout, now = () => performance.now() } = {}) {
  const live = Boolean(out.isTTY);
  let running = null;
  let timer = null;

  const wipe = () => live && running && out.write("\r\x1b[2K");
  const draw = () => {
    if (!live || !running) return;
    const text = stepLine(running.name, `${running.doing} … ${Math.floor((now() - running.from) / 1000)} s`);
    out.write(`\r\x1b[2K${text.slice(0, (out.columns || 80) - 1)}`);
  };
  const print = (line) => {
    wipe();
    out.write(`${line}\n`);
    draw();
  };
  const end = () => {
    clearInterval(timer);
    wipe();
    running = null;
  };

  return {
    print,
    end,
    /** Shows `doing` while `work` runs. `work` may return a note, or null for "say nothing: there was nothing to do". */
    async step(name, doing, work, { long = false } = {}) {
      running = { name, doing, from: now() };
      if (long && !live) out.write(`${stepLine(name, doing)}\n`);
      draw();
      timer = setInterval(draw, 1000);
      timer.unref();
      const { from } = running;
      try {
        const note = await work();
        end();
        if (note !== null) out.write(`${doneLine(name, now() - from, note)}\n`);
      } finally {
        end();
      }
    },
  };
}
