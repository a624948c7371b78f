import type { Metadata } from "next";
import { LogTable } from "@/components/practice/log-table";
import { SessionList } from "@/components/practice/session-list";
import { LogPager } from "@/components/progress/log-pager";
import { RecordHead } from "@/components/progress/record-head";
import { orNotFound, requireActor } from "@/lib/access/session";
import { getPatientLogs } from "@/lib/practice/queries/patient-logs";
import { logRange } from "@/lib/progress/log-range";
import { getPatientHeader } from "@/lib/progress/queries/patient-record";
import { invitePatient } from "../edit/actions";

export const metadata: Metadata = { title: "Practice log" };

type LogPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ until?: string | string[] }> };

export default async function LogPage({ params, searchParams }: LogPageProps) {
  const actor = await requireActor("clinician");
  const { id } = await params;
  const { until } = await searchParams;
  const patient = await orNotFound(getPatientHeader(actor, { patientId: id }));
  const range = logRange(until, patient.today);
  const { logs, sessions, timeZone } = await orNotFound(
    getPatientLogs(actor, { patientId: id, from: range.from, to: range.to }),
  );
  return (
    <>
      <RecordHead patient={patient} invitePatient={invitePatient} />
      <LogPager range={range} href={`/patients/${id}/log`} />
      <SessionList sessions={sessions} timeZone={timeZone} />
      <LogTable logs={logs} timeZone={timeZone} />
    </>
  );
}
