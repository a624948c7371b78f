import type { Metadata } from "next";
import { record } from "@/app/(patient)/practice-actions";
import { PastDayForm } from "@/components/practice/past-day-form";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPastDay } from "@/lib/practice/queries/past-day";

export const metadata: Metadata = { title: "Add something you did" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddPage({ searchParams }: Props) {
  const actor = await requireActor("patient");
  const { day } = await searchParams;
  const view = await orNotFound(getPastDay(actor, { day: Array.isArray(day) ? day[0] : day }));
  return <PastDayForm key={view.day} who={actor.memberId} view={view} timeZone={actor.timeZone} record={record} />;
}
