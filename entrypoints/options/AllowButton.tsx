// A server that lets no other site read it can still be read by an extension that its reader allows to.

interface AllowButtonProps {
  readonly address: string;
  readonly onAllow: () => void;
}

export function AllowButton({ address, onAllow }: AllowButtonProps) {
  return (
    <button type="button" class="button" onClick={onAllow}>
      Allow <bdi>{new URL(address).host}</bdi> and try again
    </button>
  );
}
