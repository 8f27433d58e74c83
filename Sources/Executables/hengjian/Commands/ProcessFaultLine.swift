import Kernel
import Processes

/// One fault of a process, as the command line prints it.
struct ProcessFaultLine: Encodable {
    let code: String
    let demand: String
    let source: String?
    let path: String?

    init(_ fault: ProcessFault) {
        code = fault.code
        demand = fault.demand { $0.text }
        source = fault.source?.chinese
        path = fault.path.isEmpty ? nil : fault.pathText
    }

    var text: String {
        "\(code) \(demand)\(source.map { "（\($0)）" } ?? "")\(path.map { "：\($0)" } ?? "")"
    }
}
