// The places where encrypted notes can lie, and which fields each asks for. Data, so that form, check and words speak
// of the same fields.

/** As `RemoteSettings` has them. */
export const PLACE_KINDS = ['webdav', 'couchdb', 's3', 'folder'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export type FieldName = 'address' | 'bucket' | 'region' | 'prefix' | 'user' | 'password';

export interface Field {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  /** As an example in the empty field. */
  readonly example?: string;
  readonly isSecret?: true;
}

interface PlaceTold {
  readonly title: string;
  /** For whom it is. */
  readonly line: string;
  readonly fields: readonly Field[];
}

const USER: Field = { name: 'user', label: 'User name' };

export const PLACES: Readonly<Record<PlaceKind, PlaceTold>> = {
  webdav: {
    title: 'WebDAV',
    line: 'Nextcloud, ownCloud, Synology, the storage of many mail providers, or a server of your own.',
    fields: [
      {
        name: 'address',
        label: 'Address of a folder',
        hint: 'A folder of its own for Backstory; it is made if it is not there.',
        example: 'https://cloud.example.org/remote.php/dav/files/anna/Backstory/',
      },
      USER,
      {
        name: 'password',
        label: 'App password',
        hint: 'Better than your usual password: made for this device alone, and taken back alone.',
        isSecret: true,
      },
    ],
  },
  couchdb: {
    title: 'CouchDB',
    line: 'For teams and whoever runs a database that copies itself to several machines.',
    fields: [
      {
        name: 'address',
        label: 'Address of a database',
        hint: 'It is made if it is not there and you may do that.',
        example: 'https://couch.example.org/backstory',
      },
      USER,
      { name: 'password', label: 'Password', isSecret: true },
    ],
  },
  s3: {
    title: 'S3-compatible',
    line: 'Object stores: MinIO, Garage, Ceph, OpenStack Swift, Backblaze, Hetzner, Amazon and others.',
    fields: [
      {
        name: 'address',
        label: 'Address of the service (endpoint)',
        example: 'https://s3.eu-central-1.example.org',
      },
      { name: 'bucket', label: 'Bucket', hint: 'One of its own is best.' },
      {
        name: 'region',
        label: 'Region',
        hint: 'Where the service has none: us-east-1.',
        example: 'us-east-1',
      },
      { name: 'prefix', label: 'Folder in the bucket (may be empty)', example: 'backstory/' },
      { name: 'user', label: 'Access key', hint: 'One that may use this bucket alone.' },
      { name: 'password', label: 'Secret key', isSecret: true },
    ],
  },
  folder: {
    title: 'A folder on this device',
    line: 'That Syncthing, Dropbox or another program carries to your other devices; or on a USB stick.',
    fields: [],
  },
};

/** Where the address of a WebDAV folder is found, in the words of each product. */
export const WEBDAV_HELP: readonly {
  readonly product: string;
  readonly help: string;
  readonly address: string;
}[] = [
  {
    product: 'Nextcloud',
    help: 'The address stands under Files, Files settings, WebDAV. An app password is made under Settings, Security, Devices & sessions.',
    address: 'https://YOUR-CLOUD/remote.php/dav/files/YOUR-NAME/Backstory/',
  },
  {
    product: 'ownCloud',
    help: 'The address stands under Files, Settings, at the bottom of the left column. An app password is made under Settings, Security.',
    address: 'https://YOUR-CLOUD/remote.php/dav/files/YOUR-NAME/Backstory/',
  },
  {
    product: 'Synology',
    help: 'Install the package “WebDAV Server”, switch https on in it, and give yourself leave to write in a shared folder.',
    address: 'https://YOUR-NAS:5006/home/Backstory/',
  },
];
