import { apache } from './apache.ts';
import { couchdb } from './couchdb.ts';
import { lighttpd } from './lighttpd.ts';
import { nginx } from './nginx.ts';
import { rclone } from './rclone.ts';
import { s3 } from './s3.ts';
import type { ServerKind } from './server.ts';

export const servers: readonly ServerKind[] = [apache, lighttpd, nginx, rclone, couchdb, s3];
