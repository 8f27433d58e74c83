package import Kernel

/// One call of another system.
package struct OutboundCall: Hashable, Sendable {
    package let address: OutboundAddress
    package let headers: [Header]
    /// Sent by post; a call without body is a get.
    package let body: [UInt8]?

    /// A name and a value.
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(to address: OutboundAddress, headers: [Header] = [], body: [UInt8]? = nil) {
        self.address = address
        self.headers = headers
        self.body = body
    }
}

/// What another system answered.
package struct OutboundAnswer: Hashable, Sendable {
    package let status: Int
    package let bytes: [UInt8]

    package init(status: Int, bytes: [UInt8]) {
        self.status = status
        self.bytes = bytes
    }
}
