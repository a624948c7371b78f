/** A mail as it goes out: plain text, one link on a line of its own. */
export type Mail = { subject: string; body: string };

/** The mail with a link to set a new password. The link opens for one hour, once. */
export function resetMail({ link }: { link: string }): Mail {
  return {
    subject: "Set a new password",
    body: [
      "Hello,",
      "",
      "Somebody, most likely you, asked to set a new password for your patient portal. Open this link to choose one:",
      "",
      link,
      "",
      "The link works once, and for one hour. Setting a new password signs you out on every device.",
      "",
      "If you did not ask for this, you can leave this mail alone. Your password stays as it is.",
      "",
    ].join("\n"),
  };
}
