import Logging

/// The one line that every answer leaves in the log: no address, no path, no text of a visitor.
struct AnswerLine {
    let id: String
    /// Stands for the path, which may hold a query code.
    let route: String
    let method: String
    let status: Int
    let took: Duration

    func write(to logger: Logger) {
        logger.info(
            "answered",
            metadata: [
                "request": "\(id)", "route": "\(route)", "method": "\(method)", "status": "\(status)",
                "ms": "\(Int((took / .milliseconds(1)).rounded()))",
            ]
        )
    }
}
