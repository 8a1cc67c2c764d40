/** Undefined in browsers that hand out no folders. */
declare var showDirectoryPicker:
  ((options: { readonly mode: 'readwrite'; readonly id: string }) => Promise<FileSystemDirectoryHandle>) | undefined
