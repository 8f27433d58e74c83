import Catalog
import Directory
import Kernel

extension DivisionPublicity {
    /// The lists of the government as a whole.
    ///
    /// - Source: 聊政办发〔2017〕74号 part 1 (清单汇总公布); 新政办〔2015〕11号 (五单一网).
    var lines: [PublicityLine] {
        ListKind.allCases.map { kind in
            let list = lists.first { $0.kind == kind }
            return PublicityLine(
                kind.chinese,
                list.map { "\($0.rows) 行，\($0.on.chinese)公布" },
                [.init("查看", kind == .subjects ? HallPath.subjects : HallPath.enforcers)]
            )
        }
            + kept.map { list in
                PublicityLine(
                    list.kind.chinese,
                    list.version.map { "\($0.rows.count) 行，第 \($0.number) 版，自\($0.inForceFrom.chinese)起施行" },
                    [.init("查看", HallPath.officialList(list.kind.code, of: division.code.text))]
                )
            }
    }
}
