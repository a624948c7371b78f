import { expect, test } from "vitest";
import { LeasePool } from "@/db/pool";

function bench(most: number, patienceMs = 50) {
  let made = 0;
  const discarded: number[] = [];
  const pool = new LeasePool<number>(
    { make: () => ++made, discard: (connection) => void discarded.push(connection) },
    most,
    patienceMs,
  );
  return { pool, discarded, made: () => made };
}

const broken = (error: unknown) => error instanceof Error && error.message === "broken";

test("a connection is lent to one piece of work at a time", async () => {
  const { pool, made } = bench(3, 1_000);
  const out = new Set<number>();
  await Promise.all(
    Array.from({ length: 50 }, () =>
      pool.use(async (connection) => {
        expect(out.has(connection)).toBe(false);
        out.add(connection);
        await Promise.resolve();
        out.delete(connection);
      }, broken),
    ),
  );
  expect(made()).toBeLessThanOrEqual(3);
});

test("a connection that broke is thrown away, and those who wait get a new one", async () => {
  const { pool, discarded } = bench(1, 1_000);
  const failed = pool.use(() => Promise.reject(new Error("broken")), broken);
  const after = pool.use((connection) => Promise.resolve(connection), broken);
  await expect(failed).rejects.toThrow("broken");
  expect(await after).toBe(2);
  expect(discarded).toEqual([1]);
});

test("a refusal that leaves the connection sound keeps it", async () => {
  const { pool, discarded, made } = bench(1);
  await expect(pool.use(() => Promise.reject(new Error("refused")), broken)).rejects.toThrow("refused");
  expect(await pool.use((connection) => Promise.resolve(connection), broken)).toBe(1);
  expect([discarded, made()]).toEqual([[], 1]);
});

test("waiting in vain reads as an absent database, and the pool goes on", async () => {
  const { pool } = bench(1, 5);
  let release = () => {};
  const long = pool.use(() => new Promise<void>((resolve) => (release = resolve)), broken);
  await expect(pool.use(() => Promise.resolve(), broken)).rejects.toMatchObject({ code: "CONNECT_TIMEOUT" });
  release();
  await long;
  await expect(pool.use(() => Promise.resolve("free"), broken)).resolves.toBe("free");
});
