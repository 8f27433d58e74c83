import Catalog
import Codes
import Foundation
import Kernel

/// How long a search takes with first page and counts a category, agency, division and standing, as the public portal asks
/// it: in the real list of one district, or in a made list of a province's or the country's size.
///
///     CatalogSearch [QUERIES] [ITEMS]
///
/// The queries are pieces of two to four characters from the list's own names, the same in every run. A scan of all names
/// answers the same queries beside it, without counts.
@main
struct CatalogSearchBenchmark {
    private struct Figure: Encodable {
        let benchmark = "catalog search"
        let who: String
        let items: Int
        let queries: Int
        let p50Microseconds: Double
        let p95Microseconds: Double
        let p99Microseconds: Double
        let meanMicroseconds: Double
        /// On the processor alone: what the clock shows on a machine that has nothing else to do.
        var processorP50Microseconds: Double?
        var processorP95Microseconds: Double?
        var buildMilliseconds: Double?
        /// What the index says it takes, and what the program takes at its peak.
        var indexMegabytes: Double?
        var peakMegabytes: Double?
        /// Median of the peer's over ours: above 1, the index is quicker.
        var ratioToPeer: Double?
        /// The machine's load over the last minute.
        let load: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let count = arguments.first ?? 5_000
        let entries = try arguments.count > 1 ? made(arguments[1]) : listed()
        let began = ContinuousClock.now
        let index = CatalogIndex(entries)
        let built = (ContinuousClock.now - began) / .milliseconds(1)
        let scan = NameScan(entries.map(\.name))
        let texts = queries(count, from: entries.map(\.name))
        var own: [Double] = []
        var processor: [Double] = []
        var peer: [Double] = []
        for (number, text) in texts.enumerated() {
            let before = processorMicroseconds()
            let (found, time) = timed { index.search(CatalogQuery(text)).total }
            processor.append(processorMicroseconds() - before)
            own.append(time)
            // A scan of a million names takes its time; a tenth of the queries say as much.
            guard entries.count < 10_000 || number.isMultiple(of: 10) else { continue }
            let (held, peerTime) = timed { scan.count(holding: text) }
            guard found >= held else { throw Missed(text: text, found: found, held: held) }
            peer.append(peerTime)
        }
        var figure = figure("hengjian", entries.count, own)
        figure.processorP50Microseconds = rounded(quantile(0.5, of: processor))
        figure.processorP95Microseconds = rounded(quantile(0.95, of: processor))
        figure.buildMilliseconds = rounded(built)
        figure.indexMegabytes = rounded(Double(index.byteCount) / 1_000_000)
        figure.peakMegabytes = peakMegabytes
        figure.ratioToPeer = rounded(quantile(0.5, of: peer) / quantile(0.5, of: own))
        for figure in [self.figure("peer: scan of the names", entries.count, peer), figure] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            print(String(decoding: try encoder.encode(figure), as: UTF8.self))
        }
    }

    private static func processorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private static func listed() throws -> [CatalogEntry] {
        try DemonstrationCatalog.listed(DivisionTable.national()).rows.map(entry)
    }

    private static func made(_ count: Int) -> [CatalogEntry] {
        let titles = ProvincialTitles(agencies: 500)
        return (0..<count).map(titles.entry)
    }

    private static var peakMegabytes: Double? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { rounded($0 / 1_000) }
    }

    /// The index found fewer than a scan: no figure is worth printing then.
    private struct Missed: Error {
        let text: String
        let found: Int
        let held: Int
    }

    private static func entry(_ row: ReadItem) -> CatalogEntry {
        CatalogEntry(
            id: PowerItem.ID("\(row.row)"),
            code: row.listing.code,
            name: row.listing.name,
            mainName: row.listing.mainName,
            category: row.listing.category,
            agencyName: row.listing.agency?.name,
            standing: .imported
        )
    }

    /// Pieces of Chinese writing only: marks and digits are not what people look for.
    private static func queries(_ count: Int, from names: [String]) -> [String] {
        let chance = SeededRandomness(seed: 753)
        var texts: [String] = []
        while texts.count < count {
            let name = Array(names[chance.number(in: 0...(names.count - 1))].unicodeScalars)
            let length = chance.number(in: 2...4)
            guard name.count >= length else { continue }
            let start = chance.number(in: 0...(name.count - length))
            let piece = name[start..<(start + length)]
            guard piece.allSatisfy({ $0.properties.isIdeographic }) else { continue }
            texts.append(String(String.UnicodeScalarView(piece)))
        }
        return texts
    }

    private static func timed(_ body: () -> Int) -> (answer: Int, microseconds: Double) {
        let began = ContinuousClock.now
        let answer = body()
        return (answer, (ContinuousClock.now - began) / .microseconds(1))
    }

    private static func figure(_ who: String, _ items: Int, _ times: [Double]) -> Figure {
        var load = 0.0
        return Figure(
            who: who,
            items: items,
            queries: times.count,
            p50Microseconds: rounded(quantile(0.5, of: times)),
            p95Microseconds: rounded(quantile(0.95, of: times)),
            p99Microseconds: rounded(quantile(0.99, of: times)),
            meanMicroseconds: rounded(times.reduce(0, +) / Double(max(times.count, 1))),
            load: getloadavg(&load, 1) == 1 ? rounded(load) : -1
        )
    }

    private static func quantile(_ share: Double, of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
