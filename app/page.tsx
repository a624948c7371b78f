import { redirect } from "next/navigation";
import { currentSession } from "@/lib/access/session";
import { homeOf } from "@/lib/identity/home";

/** The front door leads everybody to their own first page. */
export default async function FrontDoor() {
  const session = await currentSession();
  if (session.state === "pending") redirect("/sign-in/code");
  redirect(session.state === "live" ? homeOf(session.person.role) : "/sign-in");
}
