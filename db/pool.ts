/** A connection that can be lent out and, once it failed, thrown away. */
export type Lendable<C> = { make: () => C; discard: (connection: C) => void };

/** What waiting in vain for a connection throws; its code reads as an absent database. */
class PoolBusyError extends Error {
  readonly code = "CONNECT_TIMEOUT";
}

type Waiter<C> = { give: (connection: C) => void; refuse: (error: Error) => void; timer: NodeJS.Timeout };

/**
 * Lends each connection to one piece of work at a time, at most `most` at once. postgres.js 3.4.9 shares connections between
 * transactions by itself, and after a connection breaks can run the rest of one transaction inside another (its issues 1189,
 * 1208, 1215, 1216). Here a connection belongs to one transaction, and one that failed is never used again.
 */
export class LeasePool<C> {
  private readonly idle: C[] = [];
  private readonly waiting: Waiter<C>[] = [];
  private lent = 0;

  constructor(
    private readonly source: Lendable<C>,
    private readonly most: number,
    private readonly patienceMs: number,
  ) {}

  /** Runs `work` with a connection of its own. `isBroken` says whether its failure means the connection is not to be trusted. */
  async use<T>(work: (connection: C) => Promise<T>, isBroken: (error: unknown) => boolean): Promise<T> {
    const connection = await this.take();
    try {
      const result = await work(connection);
      this.giveBack(connection);
      return result;
    } catch (error) {
      if (isBroken(error)) {
        this.source.discard(connection);
        this.replace();
      } else {
        this.giveBack(connection);
      }
      throw error;
    }
  }

  /** Throws away what is idle. Work still running keeps its connection to its end. */
  drain(): C[] {
    return this.idle.splice(0);
  }

  private take(): Promise<C> {
    if (this.lent < this.most) {
      this.lent += 1;
      return Promise.resolve(this.idle.pop() ?? this.source.make());
    }
    return new Promise((give, refuse) => {
      const waiter: Waiter<C> = {
        give,
        refuse,
        timer: setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(waiter), 1);
          refuse(new PoolBusyError("no connection became free"));
        }, this.patienceMs),
      };
      this.waiting.push(waiter);
    });
  }

  private hand(connection: C): boolean {
    const next = this.waiting.shift();
    if (!next) return false;
    clearTimeout(next.timer);
    next.give(connection);
    return true;
  }

  private giveBack(connection: C): void {
    if (this.hand(connection)) return;
    this.lent -= 1;
    this.idle.push(connection);
  }

  private replace(): void {
    if (this.waiting.length > 0) this.hand(this.source.make());
    else this.lent -= 1;
  }
}
