// The extension as Firefox is to know it. Its address would be another in each profile; here it is fixed beforehand.
import { fileURLToPath } from 'node:url';

const UUID = '5b0e4d5a-7a4a-4b26-9d5e-1f2a3b4c5d6e';

export const EXTENSION = {
  id: 'backstory@backstory.example',
  uuid: UUID,
  origin: `moz-extension://${UUID}`,
  build: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
} as const;
