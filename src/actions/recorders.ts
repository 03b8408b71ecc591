import type { RoleName } from '../domain/roles.js';

/** Those who write likes and shares down, and who is answerable for them. */
export const recorders: readonly RoleName[] = ['organizer', 'standing_agency', 'secretary', 'support_staff'];
