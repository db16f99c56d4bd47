// The pack's own name: written ids begin with it, and every record says that it is of this pack.
export const STARTER = 'starter';
