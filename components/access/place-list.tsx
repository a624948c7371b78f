"use client";

import { forgetPages } from "@/components/offline/device";
import { FormErrorSummary } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnPlace } from "@/lib/access/queries";
import type { Result } from "@/lib/core/errors";
import { ROLE_NAMES } from "@/lib/identity/vocabulary";
import { useActing, useIsReady } from "./use-acting";

type Props = {
  places: readonly OwnPlace[];
  switchMembership: (value: { clinicId: string; membershipId: string }) => Promise<Result<unknown>>;
};

/** The clinics and roles one account holds, and the way from one to another. */
export function PlaceList({ places, switchMembership }: Props) {
  const isReady = useIsReady();
  const { send, pending, refusal } = useActing(switchMembership, () => {
    void forgetPages().then(() => window.location.assign("/"));
    return "leaving";
  });
  return (
    <div className="grid gap-3">
      <FormErrorSummary message={refusal?.message} />
      <ul className="divide-y divide-rule">
        {places.map(({ clinicId, membershipId, clinicName, role, isCurrent }) => (
          <li key={membershipId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{clinicName}</p>
              <p className="text-ink-soft text-sm">{ROLE_NAMES[role]}</p>
            </div>
            {isCurrent ? (
              <p className="text-ink-soft text-sm">You are here</p>
            ) : (
              <form
                method="post"
                onSubmit={(event) => {
                  event.preventDefault();
                  void send({ clinicId, membershipId });
                }}
              >
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  disabled={!isReady}
                  pending={pending}
                  aria-label={`Go to ${clinicName} as ${ROLE_NAMES[role].toLowerCase()}`}
                >
                  Go there
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
