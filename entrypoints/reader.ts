// Loaded by the gate where there is something to read.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerReader } from '../page/reader-handle.ts';
import { startReader } from '../page/start.ts';

export default defineUnlistedScript(() => offerReader(startReader));
