/// Where a database is, as operators write it: `sqlite:PATH` or `postgres://…`.
package enum DatabaseAddress: Hashable, Sendable {
    case sqlite(path: String)
    case postgres(url: String)

    /// Returns `nil` for any other text.
    package init?(_ text: String) {
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.hasSuffix("/") else { return nil }
            self = .sqlite(path: path)
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            return nil
        }
    }

    /// The folder for keys and files when the operator names none.
    ///
    /// Beside an SQLite file, with its name; for a server in the working directory.
    package var usualFolder: String {
        switch self {
        case .sqlite(let path): path + ".files"
        case .postgres: "hengjian.files"
        }
    }
}

extension DatabaseAddress: CustomStringConvertible {
    /// Without the password, for logs and messages.
    package var description: String {
        switch self {
        case .sqlite(let path): return "sqlite:\(path)"
        case .postgres(let url):
            guard let at = url.lastIndex(of: "@") else { return url }
            return "postgres://…\(url[at...])"
        }
    }
}
