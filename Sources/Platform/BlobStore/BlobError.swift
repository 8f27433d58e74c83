package import Kernel

/// Why a blob could not be stored or read.
package enum BlobError: Error, Hashable {
    /// The text is no blob's id, so no path is made of it.
    case noBlobID(String)
    case missing(Blob.ID)
    case tooLarge(limit: Int)
    /// The part of that number (from 0) was altered, is torn, is another blob's or was sealed with another key.
    case damaged(Blob.ID, part: Int)
    case sizeDiffers(Blob.ID, expected: Int, found: Int)
    /// Every part is authentic, but together they are not what the event committed to.
    case hashDiffers(Blob.ID)
    case file(DurableFileError)
}
