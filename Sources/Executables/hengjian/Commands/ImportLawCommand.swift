import ArgumentParser
import Composition
import EventLog
import Kernel
import Law

/// `hengjian import law FILE…`: takes statutes into the library, and says what of each had no place.
struct ImportLawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "导入法律文本（Markdown；或者每行一条的 csv、xlsx 清单）",
        discussion: """
            A file is refused as a whole or taken as a whole; lines without a place are named and left out. The text
            that is there already is not taken again. Exit status 1 if a file was refused.
            """
    )

    @OptionGroup var options: ImportOptions

    @Flag(help: "替换同日施行的错误文本")
    var correction = false

    @Argument(help: "法律文本：Markdown 每部一个文件，清单可以有几部")
    var paths: [String]

    func run() async throws {
        let answers = try await options.withHouse { house in
            var answers: [ImportLawAnswer] = []
            for path in paths { answers += try await take(path, house) }
            return answers
        }
        if options.json {
            print(try ImportLawSummary(answers).jsonLine())
        } else {
            for answer in answers { answer.write() }
        }
        if answers.contains(where: { $0.fault != nil }) { throw ExitStatus.input }
    }

    private func take(_ path: String, _ house: House) async throws -> [ImportLawAnswer] {
        let file: ImportFile
        do {
            file = try ImportFile(path)
        } catch {
            return [ImportLawAnswer(path, fault: .init(expected: "a readable file", found: path))]
        }
        do {
            let readings = try StatuteFile.read(file.bytes, fileName: file.name)
            let command = ImportStatutes(readings.map(\.version), source: file.name, isCorrection: correction)
            do {
                _ = try await house.log.submit(command, as: house.operatorAct())
                return readings.map { ImportLawAnswer(path, $0, isNew: true) }
            } catch LawError.alreadyImported where readings.count == 1 {
                return readings.map { ImportLawAnswer(path, $0, isNew: false) }
            }
        } catch let error as LawError {
            return [ImportLawAnswer(path, fault: error.wording)]
        }
    }
}

/// How one file fared.
private struct ImportLawAnswer: Encodable {
    struct Warning: Encodable {
        let line: Int
        let text: String
        let reason: String
    }

    let file: String
    let title: String?
    let inForceFrom: String?
    let counts: StatuteCounts?
    let isNew: Bool
    let warnings: [Warning]
    let fault: LawFaultWording?

    init(_ path: String, _ reading: StatuteReading, isNew: Bool) {
        file = path
        title = reading.version.title
        inForceFrom = reading.version.inForceFrom?.description
        counts = reading.version.counts
        self.isNew = isNew
        warnings = reading.unplaced.map { Warning(line: $0.line, text: $0.text, reason: $0.reason.wording) }
        fault = nil
    }

    init(_ path: String, fault: LawFaultWording) {
        file = path
        title = nil
        inForceFrom = nil
        counts = nil
        isNew = false
        warnings = []
        self.fault = fault
    }

    func write() {
        for warning in warnings {
            StandardError.write("warning: \(file): line \(warning.line): \(warning.reason): \(warning.text)")
        }
        if let fault { return print("\(file): expected \(fault.expected), found \(fault.found)") }
        guard let title, let counts else { return }
        let parts =
            "\(counts.chapters)章 \(counts.sections)节 \(counts.articles)条 \(counts.paragraphs)款 "
            + "\(counts.items)项 \(counts.subitems)目"
        print("\(title) \(inForceFrom ?? "施行日不详")：\(parts)，未归位 \(warnings.count) 行\(isNew ? "" : "（已有）")")
    }
}

private struct ImportLawSummary: Encodable {
    struct Fault: Encodable {
        let file: String
        let expected: String
        let found: String
    }

    let loaded: Int
    let unchanged: Int
    let refused: Int
    let warnings: Int
    let faults: [Fault]
    let statutes: [ImportLawAnswer]

    init(_ answers: [ImportLawAnswer]) {
        loaded = answers.count { $0.isNew }
        unchanged = answers.count { !$0.isNew && $0.fault == nil }
        faults = answers.compactMap { answer in
            answer.fault.map { Fault(file: answer.file, expected: $0.expected, found: $0.found) }
        }
        refused = faults.count
        warnings = answers.reduce(0) { $0 + $1.warnings.count }
        statutes = answers.filter { $0.fault == nil }
    }
}

/// What a refusal of the library says at the command line.
struct LawFaultWording: Encodable {
    let expected: String
    let found: String
}

extension LawError {
    var wording: LawFaultWording {
        switch self {
        case .tooLong(let bytes, let limit): .init(expected: "at most \(limit) bytes", found: "\(bytes)")
        case .notUTF8: .init(expected: "UTF-8", found: "other bytes")
        case .noTitle: .init(expected: "a title: # 法律名称", found: "none")
        case .titleTooLong(let limit): .init(expected: "a title of at most \(limit) characters", found: "a longer one")
        case .noArticle(let title): .init(expected: "articles: 第一条 …", found: "none in \(title)")
        case .unreadableList(let row, let expected, let found): .init(expected: "row \(row): \(expected)", found: found)
        case .statementOfSeveral(let statutes): .init(expected: "one statute", found: "\(statutes)")
        case .alreadyImported(let title, let version):
            .init(expected: "a text that is not in the library", found: "\(title), version \(version)")
        case .dayTaken(let title, let day, let version):
            .init(expected: "another day in force or --correction", found: "\(title), version \(version) from \(day)")
        case .unknownStatute(let name): .init(expected: "a statute of the library", found: name)
        case .alreadyRepealed(let title, let day):
            .init(expected: "a statute in force", found: "\(title), repealed from \(day)")
        case .groundMissing: .init(expected: "the decision that repeals it", found: "nothing")
        case .badGist(let basis): .init(expected: "one sentence about an article", found: basis)
        }
    }
}

extension UnplacedLine.Reason {
    fileprivate var wording: String {
        switch self {
        case .beforeFirstArticle: "text that belongs to no article"
        case .unknownHeading: "a heading that is no part, chapter or section"
        case .articleTwice(let number): "article \(number) a second time"
        case .articleOutOfOrder(let expected, let found): "expected article \(expected), found \(found)"
        case .itemOutOfOrder(let expected, let found): "expected item \(expected), found \(found)"
        case .noteWithoutDay: "a note that begins with no day"
        }
    }
}
