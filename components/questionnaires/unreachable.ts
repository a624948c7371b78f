/** Said when a request never reached the clinic's server. */
export const UNREACHABLE = "We cannot reach the clinic just now. Nothing is lost. Please try again in a moment.";
