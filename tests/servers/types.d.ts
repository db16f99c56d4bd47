// Packages without types of their own: what we use of them.
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  export default function expressPouchDB(databases: unknown, options: object): RequestListener;
}

declare module 'pouchdb' {
  const PouchDB: { defaults(options: { prefix: string }): unknown };
  export default PouchDB;
}

declare module 's3rver' {
  export default class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string });
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
