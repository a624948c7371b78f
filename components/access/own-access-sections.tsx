import { Card, CardTitle } from "@/components/ui/card";
import type { OwnAccess, OwnPlace } from "@/lib/access/queries";
import type { Result } from "@/lib/core/errors";
import { ChangePasswordForm } from "./change-password-form";
import { PlaceList } from "./place-list";
import { SessionList } from "./session-list";
import { SignOutButton } from "./sign-out-button";

type Nothing = Record<string, never>;
type Place = Pick<OwnPlace, "clinicId" | "membershipId">;

type Props = {
  access: OwnAccess;
  timeZone: string;
  actions: {
    changePassword: (value: { currentPassword: string; newPassword: string }) => Promise<Result<unknown>>;
    signOutEverywhere: (value: Nothing) => Promise<Result<unknown>>;
    switchMembership: (value: Place) => Promise<Result<unknown>>;
  };
};

/** How somebody signs in: where they are signed in now, their password, and their other places. */
export function OwnAccessSections({ access, timeZone, actions }: Props) {
  return (
    <>
      {access.places.length > 1 ? (
        <Card as="section">
          <CardTitle>My places</CardTitle>
          <PlaceList places={access.places} switchMembership={actions.switchMembership} />
        </Card>
      ) : null}
      <Card as="section">
        <CardTitle>Where I am signed in</CardTitle>
        <SessionList sessions={access.sessions} timeZone={timeZone} />
        <div className="mt-4">
          <SignOutButton
            signOut={actions.signOutEverywhere}
            label="Sign out everywhere"
            pendingLabel="Signing out…"
            variant="danger"
          />
          <p className="mt-2 text-ink-soft text-sm">On every device, this one too. Do this when a phone is lost.</p>
        </div>
      </Card>
      <Card as="section">
        <CardTitle>My password</CardTitle>
        <p className="mb-5 text-ink-soft">
          You sign in as <span className="break-all font-semibold text-ink">{access.email}</span>.
        </p>
        <ChangePasswordForm changePassword={actions.changePassword} />
      </Card>
    </>
  );
}
