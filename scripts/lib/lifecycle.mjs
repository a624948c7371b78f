import { describeTrouble } from "./trouble.mjs";

const closers = [];
let leaving = null;
let firstSignalAt = 0;

/** Runs `close` before the process ends, last registered first. Returns a function that forgets it again. */
export function beforeLeaving(close) {
  closers.push(close);
  return () => {
    const at = closers.indexOf(close);
    if (at !== -1) closers.splice(at, 1);
  };
}

export const isLeaving = () => leaving !== null;

/** For work that was cut short by leaving: the process ends before this does. */
export const never = () => new Promise(() => {});

/** Closes everything once, then ends the process. Later calls wait for the first. */
export function leave(code) {
  leaving ??= (async () => {
    let worst = code;
    while (closers.length > 0) {
      try {
        await closers.pop()();
      } catch (error) {
        console.error(describeTrouble(error));
        worst ||= 1;
      }
    }
    process.exit(worst);
  })();
  return leaving;
}

/**
 * Handles Ctrl-C, SIGTERM and a closed terminal. A terminal signals the whole group and npm passes the signal on as
 * well, so the same Ctrl-C arrives twice; only a signal that comes 2 seconds later means "at once".
 */
export function handleSignals({ exitCode, onFirst, onImpatience }) {
  const onSignal = (signal) => {
    if (firstSignalAt === 0) {
      firstSignalAt = Date.now();
      onFirst?.(signal);
      leave(exitCode(signal));
    } else if (Date.now() - firstSignalAt > 2000) {
      onImpatience?.(signal);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
}

/** Runs a script's main function: every error becomes one line, and whatever was started is stopped. */
export async function runScript(main) {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => leave(1));
  const fail = (error) => {
    if (!isLeaving()) console.error(describeTrouble(error));
    return leave(1);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    await main();
  } catch (error) {
    await fail(error);
  }
}
