package compare

// Kind is which register is compared.
type Kind string

// The registers (NR-03).
const (
	Customers Kind = "customers"
	Suppliers Kind = "suppliers"
	Products  Kind = "products"
)

// Kinds are all registers, in the order in which they are asked for.
func Kinds() []Kind { return []Kind{Customers, Suppliers, Products} }

// System is whose register a side is. Its name is used in sentences; what is
// neither Netvisor nor Rackbeat is named as it is given.
type System string

// The systems that sentences know by their screens.
const (
	Netvisor System = "netvisor"
	Rackbeat System = "rackbeat"
)

// Direction is the way of the first synchronisation (NR-02). It decides the
// wording of what happens, never a finding.
type Direction string

// The directions, named as the procedure netvisor-rackbeat names them.
const (
	NoDirection        Direction = "none"
	NetvisorToRackbeat Direction = "netvisor_to_rackbeat"
	RackbeatToNetvisor Direction = "rackbeat_to_netvisor"
)

// Field is what of a row counts.
type Field string

// The fields. Products have no business id.
const (
	Code       Field = "code"
	BusinessID Field = "business_id"
	Name       Field = "name"
	Barred     Field = "barred" // the card is blocked, deleted or not active
)

// Fields are those of a register, in the order in which they are mapped.
func (k Kind) Fields() []Field {
	if k == Products {
		return []Field{Code, Name, Barred}
	}
	return []Field{Code, BusinessID, Name, Barred}
}

// Plan is what is compared with what.
type Plan struct {
	Kind        Kind
	Left, Right System
	Direction   Direction
}
