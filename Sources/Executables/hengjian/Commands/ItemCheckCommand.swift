import ArgumentParser
import Codes

/// `hengjian item check`: what a code means, part by part, or why it is wrong.
struct ItemCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "解释编码，或者指出错误",
        discussion: """
            Reads item codes (national 12, 31 and 33 characters; Sichuan 12, 14 and keys), credit, organization,
            identity and division codes. A wrong check character is a warning; only a wrong shape is a fault.
            """
    )

    @Flag(help: "每个编码输出一个 JSON 对象")
    var json = false

    @Argument(help: "编码")
    var codes: [String]

    func run() async throws {
        let divisions = try DivisionTable.national()
        let answers = codes.map { ItemCheckAnswer(code: $0, in: divisions) }
        for answer in answers {
            print(json ? try answer.jsonLine() : answer.lines.joined(separator: "\n"))
        }
        if answers.contains(where: { $0.error != nil }) { throw ExitStatus.input }
    }
}

/// What is written for one code.
private struct ItemCheckAnswer: Encodable {
    struct Fault: Encodable {
        let scheme: String
        let expected: String
        let found: String
        let place: String?
    }

    let code: String
    let scheme: String?
    let segments: [CodeSegment]
    let warnings: [String]
    let error: Fault?

    init(code: String, in divisions: DivisionTable) {
        self.code = code
        do {
            let reading = try CodeReading(code, in: divisions)
            scheme = reading.scheme.chinese
            segments = reading.segments
            warnings = reading.warnings.map(\.chinese)
            error = nil
        } catch {
            scheme = nil
            segments = []
            warnings = []
            self.error = Fault(
                scheme: error.scheme.chinese,
                expected: error.expected,
                found: error.found.quoted,
                place: error.place
            )
        }
    }

    var lines: [String] {
        if let error {
            let place = error.place.map { " at \($0)" } ?? ""
            return ["\(code.quoted) error: expected \(error.expected), found \(error.found)\(place)"]
        }
        return ["\(code) \(scheme ?? "")"] + segments.map { "  \($0.text) \($0.name)：\($0.meaning)" }
            + warnings.map { "  warning: \($0)" }
    }
}
