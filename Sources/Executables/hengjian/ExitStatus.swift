import Foundation

/// How the program ends when it is not done; 0 is done.
enum ExitStatus: Int32, Error {
    /// What was read is at fault, and each fault has been written.
    case input = 1
    /// The command line was not understood.
    case usage = 2
    /// Something the program stands on is missing or broken.
    case environment = 3

    /// Ends the process without a word to anybody: what memory holds can no longer be trusted.
    func leaveAtOnce() -> Never { _exit(rawValue) }
}
