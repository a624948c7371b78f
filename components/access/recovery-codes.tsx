import { ButtonLink } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** The ten recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="grid max-w-lg gap-5">
      <Notice tone="success" live title="Sign-in codes are on">
        Keep these recovery codes somewhere safe, away from your phone. If the phone is lost, each of them lets you in
        once. They are shown only now.
      </Notice>
      <ul
        className="numeric grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-sunken p-4 font-semibold"
        aria-label="Recovery codes"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton value={codes.join("\n")} label="Copy all ten" />
        <ButtonLink variant="secondary" href="/account">
          I have kept them
        </ButtonLink>
      </div>
    </div>
  );
}
