/**
 * Hosts of the push services of the browsers there are: Chrome, Edge and Opera; Firefox; Safari; Edge on Windows. The address is given by
 * the browser and asked by the portal, so anything else would let a patient send the portal wherever they like.
 */
const PUSH_HOSTS = ["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"] as const;

/** Whether an address is one of a known push service: https, its usual port, no name and password in it. */
export function isPushAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return false;
  return PUSH_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
