import type { z } from "zod";
import type { Result } from "@/lib/core/errors";
import type { retireProtocolSchema, saveProtocolSchema, updateProtocolSchema } from "@/lib/plans/protocol-form-schemas";

type Action<S extends z.ZodType> = (input: z.input<S>) => Promise<Result<{ protocolId: string }>>;

export type RetireProtocolAction = Action<typeof retireProtocolSchema>;
export type KeepProtocolActions = {
  saveProtocol: Action<typeof saveProtocolSchema>;
  updateProtocol: Action<typeof updateProtocolSchema>;
};
