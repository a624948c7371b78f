import type { Metadata } from "next";
import { CodeSetUp } from "@/components/access/code-set-up";
import { PageHeader } from "@/components/ui/page-header";
import { getOwnAccess } from "@/lib/access/queries";
import { orNotFound, requireActor } from "@/lib/access/session";
import { confirmCode, removeCode, setUpCode } from "./actions";

export const metadata: Metadata = { title: "Sign-in codes" };

export default async function SecondFactorPage() {
  const actor = await requireActor("clinician", "admin");
  const { codes } = await orNotFound(getOwnAccess(actor, {}));
  return (
    <>
      <PageHeader title="Sign-in codes" back={{ href: "/account", label: "Account" }} />
      <CodeSetUp {...codes} setUpCode={setUpCode} confirmCode={confirmCode} removeCode={removeCode} />
    </>
  );
}
