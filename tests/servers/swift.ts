// OpenStack Swift with its S3 interface: a real distributed object store. Three storage nodes with a replica each, on
// loopback; one can be stopped while notes are written. Unlike s3rver it checks signatures.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, programPath, type Running, removeFolder, start, temporaryFolder } from './program.ts';
import type { RunningServer, ServerKind } from './server.ts';

const PROGRAMS = [
  'swift-proxy-server',
  'swift-object-server',
  'swift-container-server',
  'swift-account-server',
];
const NEEDED = [...PROGRAMS, 'swift-ring-builder', 'swift-container-replicator', 'memcached'];
const KINDS = ['object', 'container', 'account'] as const;
const NODES = [1, 2, 3];

interface RunningCluster extends RunningServer {
  /** One of three replicas of everything is away. */
  stopNode(): Promise<void>;
  /** It is back, and is told which names it lacks. */
  startNode(): Promise<void>;
}

interface ClusterKind extends ServerKind {
  start(): Promise<RunningCluster>;
}

export const swift: ClusterKind = {
  name: 'S3 (OpenStack Swift, 3 replicas)',
  lacks: NEEDED.every((name) => programPath(name))
    ? null
    : 'swift-proxy swift-account swift-container swift-object memcached',
  overwrites: true,
  wrongLogin: { password: 'another' },
  async start() {
    const folder = temporaryFolder('swift');
    const ports = await Promise.all(
      NODES.map(async () => ({
        object: await freePort(),
        container: await freePort(),
        account: await freePort(),
      })),
    );
    const [proxy, cache] = [await freePort(), await freePort()];
    configure(folder, ports, proxy, cache);
    const startNode = (index: number) =>
      Promise.all(
        KINDS.map((kind) =>
          start(
            pathOf(`swift-${kind}-server`),
            [join(folder, `${kind}-${index + 1}.conf`)],
            ports[index]?.[kind] ?? 0,
          ),
        ),
      );
    const cached = await start(
      pathOf('memcached'),
      ['-l', '127.0.0.1', '-p', String(cache), '-u', user],
      cache,
    );
    const nodes: Running[][] = await Promise.all(NODES.map((_node, index) => startNode(index)));
    const front = await start(pathOf('swift-proxy-server'), [join(folder, 'proxy.conf')], proxy);
    const LAST = NODES.length - 1;
    const stopNode = async () => {
      await Promise.all((nodes[LAST] ?? []).map((one) => one.stop()));
      nodes[LAST] = [];
    };
    return {
      settings: {
        kind: 's3',
        address: `http://127.0.0.1:${proxy}`,
        bucket: 'notes',
        region: 'us-east-1',
        prefix: 'backstory/',
        user: 'test:tester',
        password: 'testing',
      },
      folder,
      stopNode,
      async startNode() {
        nodes[LAST] = await startNode(LAST);
        for (const node of NODES) await repaired(join(folder, `container-${node}.conf`));
      },
      async stop() {
        await Promise.all([front, cached, ...nodes.flat()].map((one) => one.stop()));
        removeFolder(folder);
      },
    };
  },
};

const user = userInfo().username;

function pathOf(name: string): string {
  const path = programPath(name);
  if (!path) throw new Error(`${name} is not installed`);
  return path;
}

/** What a cluster does all the time: each node tells the others which names they lack in their listings. */
async function repaired(configuration: string): Promise<void> {
  await promisify(execFile)(pathOf('swift-container-replicator'), [configuration, 'once']);
}

type Ports = Record<(typeof KINDS)[number], number>;

function configure(folder: string, ports: readonly Ports[], proxy: number, cache: number): void {
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
  file(
    'swift.conf',
    '[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b\n[storage-policy:0]\nname = gold\ndefault = yes\n',
  );
  for (const kind of KINDS) {
    const builder = join(folder, `${kind}.builder`);
    const build = (...args: string[]) =>
      execFileSync(pathOf('swift-ring-builder'), [builder, ...args], { cwd: folder });
    build('create', '6', '3', '1');
    for (const [index, port] of ports.entries())
      build('add', `r1z${index + 1}-127.0.0.1:${port[kind]}/disk`, '1');
    build('rebalance');
    for (const [index, port] of ports.entries()) {
      mkdirSync(join(folder, `node${index + 1}`, 'disk'), { recursive: true });
      file(`${kind}-${index + 1}.conf`, nodeOf(folder, index + 1, kind, port[kind]));
    }
  }
  file('proxy.conf', proxyOf(folder, proxy, cache));
}

const common = (folder: string, port: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${user}
swift_dir = ${folder}
`;

const nodeOf = (folder: string, node: number, kind: string, port: number) => `${common(folder, port)}
devices = ${folder}/node${node}
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
[${kind}-replicator]
[${kind}-updater]
[${kind}-auditor]
`;

const proxyOf = (folder: string, port: number, cache: number) => `${common(folder, port)}
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth copy proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${cache}
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:copy]
use = egg:swift#copy
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
`;
