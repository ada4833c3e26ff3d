import type { PinCite, Target } from '../syntax/citation.ts';

/** The pin with the volume that its citation names in front of it: `Hale Dep. Vol. II at 12:3`. */
export function inVolume(pin: PinCite, target: Target): PinCite {
  const volume = 'volume' in target ? target.volume : undefined;
  return volume === undefined || pin.volume !== undefined ? pin : { ...pin, volume };
}
