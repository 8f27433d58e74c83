private import Foundation

/// Another system as bytes: listens on a port of this machine and answers each call with what it was told.
package final class ScriptedPeer: Sendable {
    package let port: Int
    private let listener: Int32

    /// The port could not be had.
    package struct PortTaken: Error {
        package init() {}
    }

    /// Listens from now on.
    ///
    /// - Parameters:
    ///   - answer: the whole answer; `nil` to take calls and stay silent.
    ///   - wanted: where to listen; zero for any port that is free.
    /// - Throws: `PortTaken`.
    package init(answer: String?, port wanted: Int = 0) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(wanted).bigEndian
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else { throw PortTaken() }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard let answer else { return }
        DispatchQueue.global().async {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                var buffer = [UInt8](repeating: 0, count: 65_536)
                _ = recv(connection, &buffer, buffer.count, 0)
                let bytes = Array(answer.utf8)
                _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
                close(connection)
            }
        }
    }

    /// Stops listening; the port is closed then.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }
}
