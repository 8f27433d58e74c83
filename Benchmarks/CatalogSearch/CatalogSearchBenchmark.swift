import Catalog
import Codes
import Foundation
import Kernel

/// How long a search takes in the real list of one district, as the public portal asks it.
///
///     CatalogSearch [QUERIES]
///
/// The queries are pieces of two to four characters from the list's own names, the same in every run; each asks for
/// the first page and the counts a category and agency. A scan of all names answers the same queries beside it.
@main
struct CatalogSearchBenchmark {
    private struct Figure: Encodable {
        let benchmark = "catalog search"
        let who: String
        let items: Int
        let queries: Int
        let p50Microseconds: Double
        let p95Microseconds: Double
        var buildMilliseconds: Double?
        /// Median of the peer's over ours: above 1, the index is quicker.
        var ratioToPeer: Double?
        /// The machine's load over the last minute.
        let load: Double
    }

    static func main() throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000
        let entries = try DemonstrationCatalog.listed(DivisionTable.national()).rows.map(entry)
        let began = ContinuousClock.now
        let index = CatalogIndex(entries)
        let built = (ContinuousClock.now - began) / .milliseconds(1)
        let scan = NameScan(entries.map(\.name))
        let texts = queries(count, from: entries.map(\.name))
        var own: [Double] = []
        var peer: [Double] = []
        for text in texts {
            let (found, time) = timed { index.search(CatalogQuery(text)).total }
            let (held, peerTime) = timed { scan.count(holding: text) }
            guard found >= held else { throw Missed(text: text, found: found, held: held) }
            own.append(time)
            peer.append(peerTime)
        }
        var figure = figure("hengjian", entries.count, own)
        figure.buildMilliseconds = rounded(built)
        figure.ratioToPeer = rounded(quantile(0.5, of: peer) / quantile(0.5, of: own))
        for figure in [self.figure("peer: scan of the names", entries.count, peer), figure] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            print(String(decoding: try encoder.encode(figure), as: UTF8.self))
        }
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
            load: getloadavg(&load, 1) == 1 ? rounded(load) : -1
        )
    }

    private static func quantile(_ share: Double, of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
