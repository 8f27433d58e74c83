import CanonicalJSON
import Interchange
import Kernel
import Publicity
import WebServer

/// Published decisions as a file for programs and spreadsheets: the fields of the dictionary, masked by the record.
struct DecisionFile: Sendable {
    /// How a file is written.
    enum Format: String, CaseIterable, Sendable {
        case csv, json, xlsx

        var type: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    let entries: [PublicRecord.Entry]
    let today: Day

    func answer(_ format: Format) throws -> WebAnswer {
        let bytes: [UInt8] =
            switch format {
            case .csv: csv
            case .json: try CanonicalEncoder().encode(objects)
            case .xlsx: xlsx
            }
        return WebAnswer(type: format.type, bytes: bytes)
    }

    private func cells(_ entry: PublicRecord.Entry) -> [String] {
        PublishedField.all.map { $0.value(of: entry, on: today) ?? "" }
    }

    private var csv: [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(PublishedField.all.map(\.code))
        for entry in entries { writer.append(cells(entry)) }
        return Array(writer.text.utf8)
    }

    private var xlsx: [UInt8] {
        var writer = WorkbookWriter(sheet: "结果公示")
        writer.append(PublishedField.all.map(\.chinese))
        for entry in entries { writer.append(cells(entry)) }
        return writer.bytes
    }

    private var objects: [[String: String]] {
        entries.map { entry in
            var object: [String: String] = [:]
            for field in PublishedField.all { object[field.code] = field.value(of: entry, on: today) }
            return object
        }
    }

    /// What every column means, as a file.
    static var dictionary: [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(["字段", "名称", "含义"])
        for field in PublishedField.all { writer.append([field.code, field.chinese, field.meaning]) }
        return Array(writer.text.utf8)
    }
}
