/** What may be attached to a material, told by its bytes and its name; anything else is refused. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = types[ending]
  if (type === undefined) return null
  return type.begins.every((byte, index) => bytes[index] === byte) ? type.mediaType : null
}

const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const types: Readonly<Record<string, { mediaType: string; begins: readonly number[] }>> = {
  pdf: { mediaType: 'application/pdf', begins: PDF },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: ZIP,
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', begins: ZIP },
}
