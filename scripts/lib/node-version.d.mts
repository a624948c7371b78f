export const LEAST_NODE: string;
export function isNodeTooOld(version: string): boolean;
