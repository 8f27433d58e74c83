import BlobStore
import Gateways

/// Binds the opening of files to the operator's virus scanner.
struct ScannerGateway: FileScanner {
    private let scanner: VirusScanner

    /// - Parameter address: a socket's path, or `HOST:PORT`.
    /// - Throws: `ExitStatus` after saying what is wrong.
    init(_ address: String) throws {
        if address.hasPrefix("/") {
            scanner = VirusScanner(.socket(path: address))
            return
        }
        guard let listen = ListenAddress(argument: address) else {
            StandardError.write("--virus-scanner 应为套接字文件的路径或者 HOST:PORT，实为 \(address)")
            throw ExitStatus.usage
        }
        scanner = VirusScanner(.network(host: listen.host, port: listen.port))
    }

    func harm(in file: BlobChunks) async throws(FileScannerDown) -> String? {
        do {
            switch try await scanner.verdict(on: file) {
            case .clean: return nil
            case .harmful(let name): return name
            }
        } catch {
            throw FileScannerDown(error.chinese)
        }
    }
}

extension VirusScanner.Fault {
    fileprivate var chinese: String {
        switch self {
        case .unreachable: "查毒程序连接不上或者中断"
        case .slow: "查毒程序在时限内没有答复"
        case .refused(let words): "查毒程序没有判断（\(words)）"
        }
    }
}
