private import Foundation

/// A PDF file as poppler's tools read it.
package struct Printed {
    package let text: String
    package let pages: Int
    package let title: String

    /// Text keeps no white space, which depends on the layout.
    package init(_ bytes: [UInt8]) throws {
        let path = NSTemporaryDirectory() + "document-\(UUID().uuidString).pdf"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        text = try Printed.run("pdftotext", [path, "-"]).filter { !$0.isWhitespace }
        let lines = try Printed.run("pdfinfo", [path]).split(separator: "\n").map { line in
            line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let fields = Dictionary(lines.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        pages = fields["Pages"].flatMap { Int($0) } ?? 0
        title = fields["Title"] ?? ""
    }

    /// Returns what one of the tools that read such files writes.
    package static func run(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
