package import Parties

extension Attachment {
    /// The letter of a mandate as any other file.
    package init(_ letter: MandateLetter) {
        self.init(
            blob: letter.blob,
            key: letter.key,
            digest: letter.digest,
            size: letter.size,
            name: letter.name,
            mediaType: letter.mediaType
        )
    }
}

extension MandateLetter {
    /// A stored file as the letter of a mandate; parties stand below cases and know no attachments.
    package init(_ file: Attachment) {
        self.init(
            blob: file.blob,
            key: file.key,
            digest: file.digest,
            size: file.size,
            name: file.name,
            mediaType: file.mediaType
        )
    }
}
