/** A stored value with the etag that a later `replace` or `delete` must carry. */
export type Versioned<T> = { value: T; etag: string };
