import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * Has the service worker of this build in charge. A newer one waits until a page has just opened and nobody is in the middle of
 * something; then it takes over, and the page is loaded anew.
 */
export function useWorker(build: string | null): void {
  const path = usePathname();
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);

  useEffect(() => {
    if (!build || !("serviceWorker" in navigator)) return;
    let isLeft = false;
    const register = async () => {
      const registration = await navigator.serviceWorker
        .register(`/sw.js?build=${build}`, { updateViaCache: "none" })
        .catch(() => null);
      if (!registration || isLeft) return;
      const look = () => setWaiting(navigator.serviceWorker.controller ? registration.waiting : null);
      look();
      registration.installing?.addEventListener("statechange", look);
      registration.addEventListener("updatefound", () =>
        registration.installing?.addEventListener("statechange", look),
      );
    };
    if (document.readyState === "complete") void register();
    else window.addEventListener("load", register, { once: true });
    return () => {
      isLeft = true;
      window.removeEventListener("load", register);
    };
  }, [build]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that has just opened holds nothing that was typed.
  useEffect(() => {
    if (!waiting) return;
    const reload = () => window.location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    waiting.postMessage({ type: "take-over" });
    return () => navigator.serviceWorker.removeEventListener("controllerchange", reload);
  }, [waiting, path]);
}
