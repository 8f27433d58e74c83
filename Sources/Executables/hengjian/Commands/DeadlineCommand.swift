import ArgumentParser
import TimeLimits

/// `hengjian deadline`: when a period ends, one period a line.
struct DeadlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "期限届满日：每行一个期间",
        discussion: """
            A period is a start and a length: `2025-09-29 5wd`, `2025-07-03 90cd roll`, `2025-01-31 1mo`,
            `2025-09-30T09:20 24h`. Without arguments, lines are read from standard input. For each line exactly one
            line is written: the due day, the due day and `provisional`, or `error: expected …, found …`.
            The start day is not counted.
            """
    )

    @Flag(help: "逐日说明：每一日计入或者不计入的理由")
    var explain = false

    @Flag(help: "每行输出一个 JSON 对象")
    var json = false

    @Argument(help: "起始日和期限，如 '2025-09-29 5wd'")
    var periods: [String] = []

    func run() async throws {
        let calendar = try NationalCalendar.load()
        var isAtFault = false
        func answer(_ line: String) throws {
            let answer = DeadlineAnswer(line: line, in: calendar, explains: explain)
            isAtFault = isAtFault || answer.error != nil
            print(json ? try answer.jsonLine() : answer.line)
            for line in json ? [] : answer.explanation ?? [] { print("  \(line)") }
        }
        if periods.isEmpty {
            while let line = readLine() { try answer(line) }
        } else {
            for line in DeadlineCommand.lines(of: periods) { try answer(line) }
        }
        if isAtFault { throw ExitStatus.input }
    }

    /// Joins words the shell took apart: a start, its length, and `roll` where it follows.
    static func lines(of arguments: [String]) -> [String] {
        var lines: [String] = []
        var words = arguments[...]
        while let first = words.popFirst() {
            var line = first
            if !first.contains(" "), let length = words.first, !length.contains(" ") {
                line += " " + length
                words = words.dropFirst()
                if words.first == "roll" {
                    line += " roll"
                    words = words.dropFirst()
                }
            }
            lines.append(line)
        }
        return lines
    }
}
