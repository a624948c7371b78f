import { useEffect } from "react";

/** Keeps the screen on while `isOn`, and again when somebody comes back to it. A device that cannot, or will not, turns it off. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      const given = await navigator.wakeLock.request("screen").catch(() => null);
      if (isOver) await given?.release();
      else lock = given;
    };
    const onVisible = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release();
    };
  }, [isOn]);
}
