import ArgumentParser
import Catalog
import Codes
import Composition
import EventLog
import Interchange
import Kernel
import Law

/// `hengjian import items FILE`: takes a list of items into the catalog, as imported and not confirmed.
struct ImportItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "导入权力事项清单（csv、xlsx、json）",
        discussion: """
            Nothing is loaded unless all rows are good or --partial is given. Doubtful values, as a wrong check
            character, are kept as they stand with --reason. csv and json may be UTF-8 or GB18030 (GBK). --check loads nothing
            and reports the list's quality. Exit status 1 if a row was refused. A long list is loaded part by part and each
            part is told when it is durable; after a stop in between, the same command loads exactly the rest.
            """
    )

    @OptionGroup var options: ImportOptions

    @Flag(help: "导入无误的行，其余报告")
    var partial = false

    @Flag(help: "只检查并报告质量，不导入")
    var check = false

    @Option(help: "UTF-8 或者 GB18030；缺省按内容判断")
    var encoding: TextEncoding?

    @Option(help: "csv、xlsx 或者 json；缺省按文件名")
    var format: ItemReader.Format?

    @Option(help: "清单来源；缺省为文件名")
    var source: String?

    @Option(help: "保留存疑数据的理由")
    var reason = "来源清单如此，原样保留"

    @Argument(help: "清单文件")
    var path: String

    func validate() throws {
        guard format ?? named != nil else { throw ValidationError("应为 .csv、.xlsx 或者 .json 文件，或者用 --format 指明") }
    }

    func run() async throws {
        let file = try ImportFile(path)
        try await options.withHouse { house in try await run(file, in: house) }
    }

    private func run(_ file: ImportFile, in house: House) async throws {
        let today = house.log.clock.today
        let (categories, repeals) = try await house.log.read(house.realm) { reading in
            (try reading.localCategories(on: today), try reading.statuteRepeals())
        }
        let list = ItemList(
            file.bytes,
            format: format ?? named ?? .csv,
            encoding: encoding,
            known: ListKnowledge(try .national(), categories, try CategoryField.shipped())
        )
        if check {
            let reading = list.read()
            return try report(
                ListQuality(reading, repealed: Set(repeals.filter { $0.value <= today }.keys)),
                of: reading
            )
        }
        let load = ItemLoad(list, source: source ?? file.name, isPartial: partial, keepingReason: reason)
        let report: ImportReport
        do {
            report = try await load.run(on: house.log, in: house.realm, as: { _ in house.operatorAct() }) { progress in
                switch progress {
                case .checked(let rows) where rows > ItemLoad.rowsAtOnce: StandardError.write("已核对 \(rows) 行")
                case .loaded(let rows, let total) where total > ItemLoad.rowsAtOnce:
                    StandardError.write("已导入 \(rows) / \(total) 项")
                case .checked, .loaded: break
                }
            }
        } catch CatalogError.importRefused(let faults) {
            report = ImportReport(refused: faults)
        }
        write(report)
        if report.refused > 0 { throw ExitStatus.input }
    }

    /// Reports what is to be expected of the list and changes nothing.
    private func report(_ quality: ListQuality, of reading: ItemReading) throws {
        if options.json {
            print(quality.json)
        } else {
            for fault in reading.faults { print("\(path): \(fault.line)") }
            for remark in quality.remarks { print("\(path): \(remark.line)") }
            print(quality.summary)
        }
        if !reading.faults.isEmpty { throw ExitStatus.input }
    }

    private var named: ItemReader.Format? {
        ItemReader.Format(rawValue: path.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    private func write(_ report: ImportReport) {
        guard !options.json else { return print(report.json) }
        for doubt in report.doubts { StandardError.write("warning: \(path): \(doubt.line)") }
        for fault in report.faults { print("\(path): \(fault.line)") }
        print("导入 \(report.loaded) 项，未变 \(report.unchanged) 项，存疑 \(report.warnings) 项，拒绝 \(report.refused) 行")
    }
}

extension ItemReader.Format: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
