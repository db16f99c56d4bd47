// A server that does what it is asked, in memory: for tests, and what tools/sim makes its bad servers from.
import type { Bytes } from '../format/bytes.ts';
import type { Got, Listing, Put, Remote, Removed } from './remote.ts';

export class MemoryRemote implements Remote {
  files = new Map<string, Bytes>();

  async list(): Promise<Listing> {
    return { ok: true, names: [...this.files.keys()] };
  }

  async get(name: string): Promise<Got> {
    return { ok: true, file: this.files.get(name)?.slice() ?? null };
  }

  async putNew(name: string, file: Bytes): Promise<Put> {
    const existed = this.files.has(name);
    if (!existed) this.files.set(name, file.slice());
    return { ok: true, existed };
  }

  async remove(name: string): Promise<Removed> {
    this.files.delete(name);
    return { ok: true };
  }
}
