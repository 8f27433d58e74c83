import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    struct Answer: Equatable {
        let status: Int32
        let lines: [String]
    }

    /// Runs the built program beside the tests and waits for it.
    func run(_ arguments: [String], input: String = "") throws -> Answer {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appending(path: "hengjian")
        process.arguments = arguments
        let (standardInput, standardOutput) = (Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = Pipe()
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Answer(status: process.terminationStatus, lines: lines.last == "" ? lines.dropLast() : lines)
    }

    @Test("deadline writes one line for each line it reads")
    func deadline() throws {
        let input = "2025-09-29 5wd\r\n2025-07-03 90cd roll\n\n2026-12-30 2wd\nfoo\n2025-09-30T09:20 24h"
        #expect(
            try run(["deadline"], input: input)
                == Answer(
                    status: 1,
                    lines: [
                        "2025-10-13", "2025-10-09",
                        "error: expected a start and a length as 2025-09-29 5wd, found an empty line",
                        "2027-01-04 provisional", "error: expected a start day YYYY-MM-DD, found foo",
                        "2025-10-01T10:00",
                    ]
                )
        )
    }

    @Test(
        "every refused line says what was expected",
        arguments: [
            ("2025-02-30 5wd", "a start day YYYY-MM-DD, found 2025-02-30"),
            ("2025-09-29", "a length as 5wd, 90cd, 6mo or 24h, with or without roll, found nothing"),
            ("2025-09-29 -5wd", "a length as 5wd, 90cd, 6mo or 24h, with or without roll, found -5wd"),
            ("2025-09-29 5wd roll now", "a length as 5wd, 90cd, 6mo or 24h, with or without roll, found 5wd roll now"),
            ("2025-09-29 24h", "for hours a start YYYY-MM-DDTHH:MM, found 2025-09-29"),
            ("2025-09-29T09:20 5wd", "a start day YYYY-MM-DD, found 2025-09-29T09:20"),
            ("1999-09-29 5wd", "working days within 2004–2056, found 1999-09-29"),
        ]
    )
    func refused(line: String, expected: String) throws {
        #expect(try run(["deadline", line]) == Answer(status: 1, lines: ["error: expected \(expected)"]))
    }

    @Test("periods may stand as words, as the shell takes them apart")
    func words() throws {
        let answer = try run(["deadline", "2025-09-29", "5wd", "2025-07-03", "90cd", "roll", "2025-04-30 2wd"])
        #expect(answer == Answer(status: 0, lines: ["2025-10-13", "2025-10-09", "2025-05-07"]))
    }

    @Test("deadline answers in JSON, one object a line")
    func json() throws {
        #expect(
            try run(["deadline", "--json", "2025-09-29 5wd", "x"])
                == Answer(
                    status: 1,
                    lines: [
                        #"{"due":"2025-10-13","input":"2025-09-29 5wd","provisional":false}"#,
                        #"{"error":{"expected":"a start day YYYY-MM-DD","found":"x"},"input":"x","provisional":false}"#,
                    ]
                )
        )
    }

    @Test("item check explains a code, and a fault is status 1")
    func itemCheck() throws {
        let answer = try run(["item", "check", "511602", "E-000021-001-1111111111111111"])
        #expect(
            answer
                == Answer(
                    status: 1,
                    lines: [
                        "511602 行政区划代码", "  51 省级：四川省", "  16 市级：广安市", "  02 县级：广安区", "  000000 补位：无下级",
                        "E-000021-001-1111111111111111 error: expected 8 or 9 parts joined by hyphens, found 4",
                    ]
                )
        )
        #expect(try run(["item", "check", "911100006000373411"]).status == 0)
    }

    @Test("a command line that is not understood is status 2, help is 0")
    func usage() throws {
        #expect(try run(["frob"]) == Answer(status: 2, lines: []))
        #expect(try run(["deadline", "--frob"]).status == 2)
        #expect(try run(["item", "check"]).status == 2)
        #expect(try run(["--help"]).status == 0)
    }
}
